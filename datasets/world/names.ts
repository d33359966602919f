/** Where the shop's invented shoppers live, and plausible names for there. No list is of real people; names are combined at random. */
import type { ShopCurrency } from './prices'

/** A region with what follows from it. */
export interface Region {
  /** Value of the segment attribute `region`. */
  readonly name: string
  readonly locale: string
  readonly currency: ShopCurrency
  /** Share of the shoppers. */
  readonly share: number
  readonly women: readonly string[]
  readonly men: readonly string[]
  readonly families: readonly string[]
}

const list = (text: string): readonly string[] => text.split(' ')

const india = { locale: 'en-IN', currency: 'INR' } as const

/** The seven regions; shares add up to one. */
export const REGIONS: readonly Region[] = [
  {
    ...india,
    name: 'South India',
    share: 0.21,
    women: list(
      'Lakshmi Meenakshi Anjali Divya Revathi Keerthi Sowmya Parvathi Deepa Nithya Aishwarya Kavya Shruthi Malini Ramya Fathima Annamma',
    ),
    men: list(
      'Karthik Arvind Suresh Vignesh Hari Prakash Naveen Ravi Manoj Sreejith Anand Dinesh Ganesh Mohan Ashwin Abdul George',
    ),
    families: list(
      'Iyer Nair Menon Reddy Rao Subramanian Pillai Krishnan Hegde Shetty Gowda Naidu Varghese Raman Kurup Balan Venkatesh Bhat Thomas Chandran',
    ),
  },
  {
    ...india,
    name: 'West India',
    share: 0.17,
    women: list(
      'Asha Snehal Manasi Hetal Gauri Jinal Pallavi Rutuja Ketaki Zarina Mithila Dhara Sayali Rashmi Nilima Perin Urvi',
    ),
    men: list(
      'Omkar Jignesh Sameer Chirag Aditya Nikhil Hardik Rohan Sanket Farhad Mihir Tejas Parth Kunal Yash Joaquim Bhavesh',
    ),
    families: list(
      'Patil Joshi Shah Kulkarni Desai Mehta Deshpande Fernandes Gokhale Parekh Jadhav Pawar Contractor Naik Trivedi Sawant Modi Bhosale',
    ),
  },
  {
    ...india,
    name: 'North India',
    share: 0.17,
    women: list(
      'Neha Simran Pooja Harpreet Shikha Nadia Ritu Kavita Tanvi Jasleen Anushka Sana Meher Priyanka Sunita Rukhsar Aarti',
    ),
    men: list(
      'Arjun Gurpreet Vikram Imran Rahul Amit Manpreet Sandeep Kabir Rajat Deepak Faisal Mohit Tarun Ankit Jaspal Nitin',
    ),
    families: list(
      'Sharma Singh Kapoor Malhotra Gupta Khan Verma Chauhan Gill Ahuja Mishra Bedi Qureshi Saxena Rawat Thakur Sethi Negi',
    ),
  },
  {
    ...india,
    name: 'East India',
    share: 0.1,
    women: list(
      'Ananya Moumita Sharmila Ipsita Debjani Rituparna Bipasha Sulagna Madhumita Nandini Tsering Lalrini Sucheta Barnali Paromita',
    ),
    men: list(
      'Sourav Anirban Debashish Subhash Partha Tapas Abhijit Biswajit Tenzin Ranjan Soumya Jyotirmoy Lalthan Prosenjit Manas',
    ),
    families: list(
      'Banerjee Das Sen Ghosh Mukherjee Bose Mohanty Baruah Chatterjee Dutta Sahoo Pradhan Lepcha Saikia Patnaik Hazarika',
    ),
  },
  {
    name: 'Britain',
    locale: 'en-GB',
    currency: 'GBP',
    share: 0.15,
    women: list(
      'Imogen Harriet Ffion Morag Zainab Charlotte Priya Elspeth Naomi Hannah Rosalind Catrin Amara Bethan Olive Winifred Thandi',
    ),
    men: list(
      'Callum Owen Rhys Tariq Edmund Fraser Joel Alasdair Desmond Hamish Kwame Gethin Rupert Nathan Ewan Bilal Leonard',
    ),
    families: list(
      'Whitlock Pryce Ashdown Campbell Okafor Hughes Patel Thornbury Macleod Evans Hussain Bairstow Penrose Adeyemi Lockhart Griffiths Marlowe Reid',
    ),
  },
  {
    name: 'Ireland',
    locale: 'en-IE',
    currency: 'EUR',
    share: 0.07,
    women: list(
      'Aoife Niamh Sinead Orla Ciara Roisin Grainne Maeve Bronagh Kasia Eimear Siobhan Clodagh Fionnuala',
    ),
    men: list('Cian Oisin Declan Eoin Padraig Fergal Conor Donal Ruairi Tomasz Senan Diarmuid Lorcan Colm'),
    families: list(
      'Brennan Kavanagh Doyle Gallagher Nolan Keane Tierney Moran Kowalski Hanley Sheridan Quigley Devlin Byrne',
    ),
  },
  {
    name: 'United States',
    locale: 'en-US',
    currency: 'USD',
    share: 0.13,
    women: list(
      'Madison Alejandra Jasmine Keisha Claire Mei Brooke Leilani Rachel Carmen Tessa Ayana Hope Yuki Delia Shanice Autumn',
    ),
    men: list(
      'Tyler Mateo Jamal Brandon Wesley Andre Diego Kenji Caleb Marcus Elliott Raul Dwight Min-jun Grant Isaiah Theo',
    ),
    families: list(
      'Carter Ramirez Washington Novak Lindqvist Tran Brooks Delgado Park Whitaker Greene Okonkwo Halvorsen Castillo Monroe Yamada Fitch Burrell',
    ),
  },
]
